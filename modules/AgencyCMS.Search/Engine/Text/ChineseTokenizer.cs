using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace AgencyCMS.Search.Engine.Text;

/// <summary>
/// Writes ideographs as overlapping pairs, one position for each; the last one of a run also alone behind them, and the first one at the place of its pair; words
/// as they are, breaks in a row as <see cref="Break"/>. A phrase of two or more ideographs is thus a phrase of exact pairs, and a single one is the start of some term:
/// 政务公开 gives 政务 and 政, 务公, 公开, 开.
/// </summary>
internal sealed class ChineseTokenizer : Tokenizer
{
    /// <summary>The term of all breaks.</summary>
    public const string Break = "。";

    private readonly ICharTermAttribute _term;
    private readonly IOffsetAttribute _offset;
    private readonly IPositionIncrementAttribute _step;
    private char[] _text = new char[256];
    private int _length;
    private int _position;
    private bool _isRead;
    private TextUnit? _pending;
    private TextUnit? _next;
    private TextUnit? _runStart;
    private bool _isRunStart;
    private bool _isAfterBreak;

    public ChineseTokenizer(TextReader input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _offset = AddAttribute<IOffsetAttribute>();
        _step = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        if (!_isRead)
        {
            ReadText();
        }
        if (_runStart is { } start)
        {
            _runStart = null;
            _step.PositionIncrement = 0;
            return Write(start);
        }
        if (_next is { } next)
        {
            _next = null;
            return Write(next);
        }
        while (TextScanner.TryRead(_text.AsSpan(0, _length), ref _position, out var unit))
        {
            if (unit.Kind == TextUnitKind.Break && _isAfterBreak)
            {
                continue;
            }
            _isAfterBreak = unit.Kind == TextUnitKind.Break;
            var previous = _pending;
            _pending = unit.Kind == TextUnitKind.Ideograph ? unit : null;
            switch (unit.Kind)
            {
                case TextUnitKind.Ideograph when previous is { } first:
                    _runStart = _isRunStart ? first : null;
                    _isRunStart = false;
                    return Write(first, unit);
                case TextUnitKind.Ideograph:
                    _isRunStart = true;
                    break;
                case TextUnitKind.Word or TextUnitKind.Break when previous is { } last:
                    _next = unit;
                    return Write(last);
                default:
                    return Write(unit);
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
        (_length, _position, _isRead, _pending, _next, _runStart, _isRunStart, _isAfterBreak) = (0, 0, false, null, null, null, false, true);
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

    private bool Write(TextUnit unit)
    {
        if (unit.Kind != TextUnitKind.Break)
        {
            return Write(unit, new TextUnit(unit.Kind, unit.End, 0));
        }
        _term.SetEmpty().Append(Break);
        _offset.SetOffset(CorrectOffset(unit.Start), CorrectOffset(unit.End));
        return true;
    }

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
