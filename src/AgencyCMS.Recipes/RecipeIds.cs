using System.Buffers.Binary;

namespace AgencyCMS.Recipes;

/// <summary>Ids as Orchard Core makes them: a GUID as 26 characters of 0-9 and a-z without i, l, o and u.</summary>
public static class RecipeIds
{
    public const int Length = 26;

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string New() => FromGuid(Guid.NewGuid());

    /// <summary>The same GUID always gives the same id, and two GUIDs never the same.</summary>
    public static string FromGuid(Guid guid)
    {
        Span<byte> bytes = stackalloc byte[16];
        guid.TryWriteBytes(bytes, bigEndian: true, out _);
        var rest = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        Span<char> characters = stackalloc char[Length];
        for (var place = Length - 1; place >= 0; place--)
        {
            characters[place] = Alphabet[(int)(rest & 31)];
            rest >>= 5;
        }
        return new string(characters);
    }

    /// <summary>True for 26 characters of the alphabet. Ids that came from elsewhere may look otherwise and are kept all the same.</summary>
    public static bool IsWellFormed(string? id) => id is { Length: Length } && id.All(character => Alphabet.Contains(character, StringComparison.Ordinal));
}
