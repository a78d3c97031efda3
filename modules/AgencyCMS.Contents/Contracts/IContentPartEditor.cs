using AgencyCMS.Modularity.Problems;

namespace AgencyCMS.Contents.Contracts;

/// <summary>Edits one part of content items. Contributed by the module that knows the part; parts without an editor stay untouched and are shown read-only.</summary>
public interface IContentPartEditor
{
    /// <summary>Name of the part, such as <c>TitlePart</c>.</summary>
    string PartName { get; }

    /// <summary>What the form shows for the part as it is in the item. What the editor has typed since is put over it by the caller.</summary>
    Task<PartEditor> ShowAsync(PartEdit edit, CancellationToken cancellationToken);

    /// <summary>Writes what was typed into the item. Leaves alone every property that the form did not show.</summary>
    /// <returns>What cannot be read; <see cref="Problem.Field"/> is the short name of the field. Rules of saving and publishing are not checked here.</returns>
    Task<IReadOnlyList<Problem>> ApplyAsync(PartEdit edit, EditorForm form, CancellationToken cancellationToken);

    /// <summary>What differs between two versions, for a part whose values mean nothing to people one by one.</summary>
    /// <returns>Null to have each value that differs shown under the label of its field.</returns>
    IReadOnlyList<PartDifference>? Differences(PartEdit before, PartEdit after) => null;

    /// <summary>What a property is called that the form does not show.</summary>
    /// <returns>Null when the editor does not know it.</returns>
    string? LabelOf(string property) => null;
}
