using System.Collections.Immutable;
using AgencyCMS.ContentManagement.Publishing;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.Editing.Parts;

/// <summary>For whom the item is. An item without the part is for everybody and stays without it until somebody chooses otherwise.</summary>
internal sealed class AudienceEditor(IActorSource actors, IStringLocalizer localizer) : IContentPartEditor
{
    public string PartName => nameof(AudiencePart);

    public async Task<PartEditor> ShowAsync(PartEdit edit, CancellationToken cancellationToken)
    {
        var groups = (await actors.GetAsync()).Groups;
        var (audience, group) = AudiencePart.Of(edit.Item);
        ImmutableArray<EditorOption> options =
        [
            new(nameof(Audience.Public), localizer["Everybody"]),
            new(nameof(Audience.Staff), localizer["All staff of the agency"]),
            new(nameof(Audience.Group), localizer["One staff group"]),
        ];
        return new PartEditor
        {
            Title = localizer["Audience"],
            Fields =
            [
                new EditorField(nameof(AudiencePart.Audience), localizer["Who may read it"], EditorFieldKind.Choice)
                {
                    Value = audience.ToString(),
                    Options = options,
                    IsRequired = true,
                },
                new EditorField(nameof(AudiencePart.Group), localizer["Name of the staff group"])
                {
                    Value = group ?? "",
                    MaxLength = ContentLimits.Group,
                    Hint = groups.Count == 0 ? localizer["Only when the item is for one group."] : localizer["Only when the item is for one group. You are in: {0}", string.Join(", ", groups.Order(StringComparer.Ordinal))],
                },
            ],
            IsAside = true,
        };
    }

    public async Task<IReadOnlyList<Problem>> ApplyAsync(PartEdit edit, EditorForm form, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<Audience>(form.Text(nameof(AudiencePart.Audience)), out var audience) || !Enum.IsDefined(audience))
        {
            return [EditorProblems.NotAnOption(nameof(AudiencePart.Audience))];
        }
        var group = audience == Audience.Group ? form.Text(nameof(AudiencePart.Group)) : null;
        if (audience == Audience.Group && group is null)
        {
            return [EditorProblems.GroupMissing()];
        }
        if (AudiencePart.Of(edit.Item) == (audience, group))
        {
            return [];
        }
        // Whoever saves must be able to open what was saved: a slip in the name would leave an item that nobody can open to mend it.
        var actor = await actors.GetAsync();
        if (!Visibility.CanRead(actor, audience, group))
        {
            return [EditorProblems.GroupOfOthers(group!)];
        }
        AudiencePart.Put(edit.Item, audience, group);
        return [];
    }
}
