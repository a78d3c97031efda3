using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace AgencyCMS.Modularity.Problems;

/// <summary>Done, or refused with every reason at once.</summary>
public readonly struct Outcome
{
    private readonly ImmutableArray<Problem> _problems;

    private Outcome(ImmutableArray<Problem> problems) => _problems = problems;

    public static Outcome Done => default;

    /// <summary>Empty when done.</summary>
    public ImmutableArray<Problem> Problems => _problems.IsDefault ? [] : _problems;

    public bool IsRefused => Problems.Length > 0;

    public static Outcome Refused(IEnumerable<Problem> problems) => new([.. problems]);

    public static Outcome<T> Refused<T>(IEnumerable<Problem> problems) => new([.. problems]);

    public static implicit operator Outcome(Problem problem) => new([problem]);
}

/// <summary>A value, or refused with every reason at once.</summary>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T value)
    {
        _value = value;
        Problems = [];
    }

    internal Outcome(ImmutableArray<Problem> problems)
    {
        _value = default;
        Problems = problems;
    }

    /// <summary>Empty when done.</summary>
    public ImmutableArray<Problem> Problems { get; }

    public bool IsRefused => Problems.Length > 0;

    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public T Value => IsRefused ? throw new InvalidOperationException("Refused: " + Problems[0].ToEnglish()) : _value!;

    /// <summary>True with the value, or false with the reasons.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return !IsRefused;
    }

    /// <summary>The same without its value.</summary>
    public Outcome WithoutValue() => IsRefused ? Outcome.Refused(Problems) : Outcome.Done;

    public static implicit operator Outcome<T>(T value) => new(value);

    public static implicit operator Outcome<T>(Problem problem) => new([problem]);
}
