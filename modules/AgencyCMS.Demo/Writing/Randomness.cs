namespace AgencyCMS.Demo.Writing;

/// <summary>A stream of numbers that depends on its beginning alone (SplitMix64), since <see cref="Random"/> may change between runtimes.</summary>
internal sealed class Randomness
{
    private ulong _state;

    public Randomness(int seed, string agency, int index)
    {
        _state = (uint)seed;
        foreach (var character in agency)
        {
            _state = (_state ^ character) * 0x100000001B3UL;
        }
        _state += (ulong)index * 0xD1342543DE82EF95UL;
        Next();
    }

    /// <returns>0 up to, not including, <paramref name="bound"/>.</returns>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>Both ends included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>The places of some different choices, in random order.</summary>
    public int[] Some(int count, int of)
    {
        var places = Enumerable.Range(0, of).ToArray();
        for (var place = 0; place < count; place++)
        {
            var other = place + Below(of - place);
            (places[place], places[other]) = (places[other], places[place]);
        }
        return places[..count];
    }

    private ulong Next()
    {
        var value = _state += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
