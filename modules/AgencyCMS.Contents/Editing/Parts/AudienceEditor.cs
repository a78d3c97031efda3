using System.Collections.Immutable;
using AgencyCMS.Content.Publishing;
using AgencyCMS.Contents.Contracts;
using AgencyCMS.Modularity.Problems;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.Editing.Parts;

/// <summary>For whom the item is. An item without the part is for everybody and stays without it until somebody chooses otherwise.</summary>
internal sealed class AudienceEditor(IStringLocalizer localizer) : IContentPartEditor
{
    public string PartName => nameof(AudiencePart);

    public Task<PartEditor> ShowAsync(PartEdit edit, CancellationToken cancellationToken)
    {
        var (audience, group) = AudiencePart.Of(edit.Item);
        ImmutableArray<EditorOption> options =
        [
            new(nameof(Audience.Public), localizer["Everybody"]),
            new(nameof(Audience.Staff), localizer["All staff of the agency"]),
            new(nameof(Audience.Group), localizer["One staff group"]),
        ];
        return Task.FromResult(new PartEditor
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
                    Hint = localizer["Only when the item is for one group."],
                },
            ],
            IsAside = true,
        });
    }

    public Task<IReadOnlyList<Problem>> ApplyAsync(PartEdit edit, EditorForm form, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<Audience>(form.Text(nameof(AudiencePart.Audience)), out var audience) || !Enum.IsDefined(audience))
        {
            return Refuse(EditorProblems.NotAnOption(nameof(AudiencePart.Audience)));
        }
        var group = audience == Audience.Group ? form.Text(nameof(AudiencePart.Group)) : null;
        if (audience == Audience.Group && group is null)
        {
            return Refuse(EditorProblems.GroupMissing());
        }
        if (AudiencePart.Of(edit.Item) != (audience, group))
        {
            AudiencePart.Put(edit.Item, audience, group);
        }
        return Task.FromResult<IReadOnlyList<Problem>>([]);

        static Task<IReadOnlyList<Problem>> Refuse(Problem problem) => Task.FromResult<IReadOnlyList<Problem>>([problem]);
    }
}
