using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace AgencyCMS.Search.Engine.Text;

/// <summary>
/// Writes ideographs as overlapping pairs, one position for each, and the last one of a run also alone; words as they are.
/// A phrase of two or more ideographs is thus a phrase of exact pairs, and a single one is the start of some term:
/// 政务公开 gives 政务 务公 公开 开.
/// </summary>
internal sealed class ChineseTokenizer : Tokenizer
{
    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private char[] _text = new char[256];
    private int _length;
    private int _position;
    private bool _isRead;
    private TextUnit? _pending;
    private TextUnit? _word;

    public ChineseTokenizer(TextReader input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (!_isRead)
        {
            ReadText();
        }
        if (_word is { } waiting)
        {
            _word = null;
            return Write(waiting);
        }
        while (TextScanner.TryRead(_text.AsSpan(0, _length), ref _position, out var unit))
        {
            var previous = _pending;
            _pending = unit.Kind == TextUnitKind.Ideograph ? unit : null;
            switch (unit.Kind)
            {
                case TextUnitKind.Ideograph when previous is { } first:
                    return Write(first, unit);
                case TextUnitKind.Word when previous is { } last:
                    _word = unit;
                    return Write(last);
                case TextUnitKind.Word:
                    return Write(unit);
                case TextUnitKind.Break when previous is { } last:
                    return Write(last);
            }
        }
        if (_pending is { } final)
        {
            _pending = null;
            return Write(final);
        }
        return false;
    }

    public override void Reset()
    {
        base.Reset();
        (_length, _position, _isRead, _pending, _word) = (0, 0, false, null, null);
    }

    public override void End()
    {
        base.End();
        var end = CorrectOffset(_length);
        _offset.SetOffset(end, end);
    }

    private void ReadText()
    {
        int read;
        while ((read = m_input.Read(_text, _length, _text.Length - _length)) > 0)
        {
            _length += read;
            if (_length == _text.Length)
            {
                Array.Resize(ref _text, _text.Length * 2);
            }
        }
        CharacterFolding.Fold(_text.AsSpan(0, _length), _text);
        _isRead = true;
    }

    private bool Write(TextUnit unit) => Write(unit, new TextUnit(unit.Kind, unit.End, 0));

    private bool Write(TextUnit first, TextUnit second)
    {
        var buffer = _term.ResizeBuffer(first.Length + second.Length);
        _text.AsSpan(first.Start, first.Length).CopyTo(buffer);
        _text.AsSpan(second.Start, second.Length).CopyTo(buffer.AsSpan(first.Length));
        _term.SetLength(first.Length + second.Length);
        _offset.SetOffset(CorrectOffset(first.Start), CorrectOffset(second.End));
        return true;
    }
}
