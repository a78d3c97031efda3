using System.Globalization;
using AgencyCMS.ContentManagement.Items.Parts;

namespace AgencyCMS.Disclosure.Contracts;

/// <summary>
/// The official metadata of a disclosed item. What has a vocabulary holds its code; legal dates are <c>yyyy-MM-dd</c>; empty means not given.
/// </summary>
/// <remarks>Source: catalogue metadata elements of the trial guideline on catalogue systems; domain reference 4.3.</remarks>
public sealed class DisclosurePart : ContentPart
{
    /// <summary>Code of the catalogue entry (组配分类).</summary>
    public string? Entry { get => Text(nameof(Entry)); set => Set(nameof(Entry), value); }

    /// <summary>索引号; given at first publication, never changed or reused.</summary>
    public string? IndexNumber { get => Text(nameof(IndexNumber)); set => Set(nameof(IndexNumber), value); }

    /// <summary>文号, such as 澄财〔2025〕12号.</summary>
    public string? DocumentNumber { get => Text(nameof(DocumentNumber)); set => Set(nameof(DocumentNumber), value); }

    /// <summary>发布机构: full name; the tenant's title when empty.</summary>
    public string? Publisher { get => Text(nameof(Publisher)); set => Set(nameof(Publisher), value); }

    public string? Subject { get => Text(nameof(Subject)); set => Set(nameof(Subject), value); }

    public string? Genre { get => Text(nameof(Genre)); set => Set(nameof(Genre), value); }

    public string? AudienceClass { get => Text(nameof(AudienceClass)); set => Set(nameof(AudienceClass), value); }

    /// <summary>成文日期: date of signing.</summary>
    public DateOnly? FormedOn { get => Date(nameof(FormedOn)); set => SetDate(nameof(FormedOn), value); }

    public DateOnly? EffectiveOn { get => Date(nameof(EffectiveOn)); set => SetDate(nameof(EffectiveOn), value); }

    public DateOnly? AbolishedOn { get => Date(nameof(AbolishedOn)); set => SetDate(nameof(AbolishedOn), value); }

    public string? Validity { get => Text(nameof(Validity)); set => Set(nameof(Validity), value); }

    public string? DisclosureMode { get => Text(nameof(DisclosureMode)); set => Set(nameof(DisclosureMode), value); }

    public string? DisclosureLimit { get => Text(nameof(DisclosureLimit)); set => Set(nameof(DisclosureLimit), value); }

    /// <summary>Last day of a limited disclosure; null for a lasting one.</summary>
    public DateOnly? DisclosureUntil { get => Date(nameof(DisclosureUntil)); set => SetDate(nameof(DisclosureUntil), value); }

    public string? Scope { get => Text(nameof(Scope)); set => Set(nameof(Scope), value); }

    public IReadOnlyList<string> Carriers { get => Texts(nameof(Carriers)); set => Set(nameof(Carriers), value); }

    /// <summary>内容概述, at most 500 characters.</summary>
    public string? Summary { get => Text(nameof(Summary)); set => Set(nameof(Summary), value); }

    public IReadOnlyList<string> Keywords { get => Texts(nameof(Keywords)); set => Set(nameof(Keywords), value); }

    /// <summary>信息来源: section of the agency, or where it was reprinted from.</summary>
    public string? Source { get => Text(nameof(Source)); set => Set(nameof(Source), value); }

    /// <summary>责任部门(处室).</summary>
    public string? Section { get => Text(nameof(Section)); set => Set(nameof(Section), value); }

    public string? Procedure { get => Text(nameof(Procedure)); set => Set(nameof(Procedure), value); }

    public IReadOnlyList<string> LegalBasis { get => Texts(nameof(LegalBasis)); set => Set(nameof(LegalBasis), value); }

    public string? Language { get => Text(nameof(Language)); set => Set(nameof(Language), value); }

    /// <summary>Ids of related items: interpretation, consultation, repeal.</summary>
    public IReadOnlyList<string> Related { get => Texts(nameof(Related)); set => Set(nameof(Related), value); }

    /// <summary>Code of the village; townships only.</summary>
    public string? Village { get => Text(nameof(Village)); set => Set(nameof(Village), value); }

    private DateOnly? Date(string name) =>
        DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private void SetDate(string name, DateOnly? value) => Set(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
