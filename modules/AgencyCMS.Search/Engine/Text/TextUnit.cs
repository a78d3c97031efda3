namespace AgencyCMS.Search.Engine.Text;

internal enum TextUnitKind
{
    /// <summary>One ideograph, syllable or kana of a script that is written without spaces.</summary>
    Ideograph,

    /// <summary>A run of letters and digits of any other script.</summary>
    Word,

    /// <summary>The end of a sentence or line: characters on its two sides do not belong together.</summary>
    Break,
}

/// <summary>A piece of text as analysis sees it. Offsets count UTF-16 code units.</summary>
internal readonly record struct TextUnit(TextUnitKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}
