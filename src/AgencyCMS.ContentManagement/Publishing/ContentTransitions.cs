using System.Collections.Frozen;
using static AgencyCMS.ContentManagement.Publishing.ContentState;

namespace AgencyCMS.ContentManagement.Publishing;

/// <summary>
/// Every step that an item can take, whichever door it comes through: from a state, by a kind of change, to one of the states named. A step that is not in it is a
/// fault of the program and is not written.
/// </summary>
public static class ContentTransitions
{
    private static readonly FrozenDictionary<(ContentState From, string Kind), ContentState[]> Steps = new Dictionary<(ContentState, string), ContentState[]>
    {
        // An import may bring a version and plan it in one step; what is public stays so.
        [(Draft, ContentChanges.DraftSaved)] = [Draft, Planned],
        [(Planned, ContentChanges.DraftSaved)] = [Planned],
        [(Public, ContentChanges.DraftSaved)] = [Public, Edited, EditedPlanned],
        [(Edited, ContentChanges.DraftSaved)] = [Edited, EditedPlanned],
        [(EditedPlanned, ContentChanges.DraftSaved)] = [EditedPlanned],
        [(Withdrawn, ContentChanges.DraftSaved)] = [Withdrawn, WithdrawnPlanned],
        [(WithdrawnPlanned, ContentChanges.DraftSaved)] = [WithdrawnPlanned],

        // What comes due is the version that was approved, and there may be a newer one.
        [(Draft, ContentChanges.Published)] = [Public, Edited],
        [(Planned, ContentChanges.Published)] = [Public, Edited],
        [(Public, ContentChanges.Published)] = [Public],
        [(Edited, ContentChanges.Published)] = [Public, Edited],
        [(EditedPlanned, ContentChanges.Published)] = [Public, Edited],
        [(Withdrawn, ContentChanges.Published)] = [Public, Edited],
        [(WithdrawnPlanned, ContentChanges.Published)] = [Public, Edited],

        // What is taken back does not come back by itself.
        [(Public, ContentChanges.Withdrawn)] = [Withdrawn],
        [(Edited, ContentChanges.Withdrawn)] = [Withdrawn],
        [(EditedPlanned, ContentChanges.Withdrawn)] = [Withdrawn],

        // A withdrawal is planned and called off in every state; a publication where there is a version to publish.
        [(Draft, ContentChanges.Scheduled)] = [Draft, Planned],
        [(Planned, ContentChanges.Scheduled)] = [Planned, Draft],
        [(Public, ContentChanges.Scheduled)] = [Public],
        [(Edited, ContentChanges.Scheduled)] = [Edited, EditedPlanned],
        [(EditedPlanned, ContentChanges.Scheduled)] = [EditedPlanned, Edited],
        [(Withdrawn, ContentChanges.Scheduled)] = [Withdrawn, WithdrawnPlanned],
        [(WithdrawnPlanned, ContentChanges.Scheduled)] = [WithdrawnPlanned, Withdrawn],

        // The scheduled version is the newest again, or else the public one.
        [(Planned, ContentChanges.DraftDiscarded)] = [Planned],
        [(Edited, ContentChanges.DraftDiscarded)] = [Public],
        [(EditedPlanned, ContentChanges.DraftDiscarded)] = [EditedPlanned],
        [(WithdrawnPlanned, ContentChanges.DraftDiscarded)] = [WithdrawnPlanned],
    }.ToFrozenDictionary();

    /// <summary>True when an item in this state can take a step of this kind at all.</summary>
    /// <param name="from">Its state; <see cref="ContentState.Draft"/> for one that is only just made.</param>
    /// <param name="kind">One of <see cref="ContentChanges"/>.</param>
    public static bool Has(ContentState from, string kind) => Steps.ContainsKey((from, kind));

    /// <summary>True when such a step leads there.</summary>
    public static bool Leads(ContentState from, string kind, ContentState to) => Steps.TryGetValue((from, kind), out var states) && states.Contains(to);
}
