using AgencyCMS.Recipes.Reporting;

namespace AgencyCMS.ContentManagement.Recipes;

/// <summary>Every message that the platform's own recipe steps can give.</summary>
public static class ContentRecipeMessages
{
    public static RecipeMessage FeatureOn { get; } = new("recipes.feature-on", "The feature “{0}” was switched on.");
    public static RecipeMessage FeatureOff { get; } = new("recipes.feature-off", "The feature “{0}” was switched off.");
    public static RecipeMessage FeatureSame { get; } = new("recipes.feature-same", "The feature “{0}” stays as it is.");
    public static RecipeMessage FeatureUnavailable { get; } = new("recipes.feature-unavailable", "There is no feature “{0}” here. The request is kept for export.");
    public static RecipeMessage ThemeSet { get; } = new("recipes.theme-set", "The theme “{0}” was set.");
    public static RecipeMessage ThemeSame { get; } = new("recipes.theme-same", "The theme “{0}” is set already.");
    public static RecipeMessage ThemeUnavailable { get; } = new("recipes.theme-unavailable", "There is no theme “{0}” here. The request is kept for export.");
    public static RecipeMessage SettingSet { get; } = new("recipes.setting-set", "The settings “{0}” were set.");
    public static RecipeMessage SettingSame { get; } = new("recipes.setting-same", "The settings “{0}” are the same already.");
    public static RecipeMessage SettingNotALink { get; } = new("recipes.setting-not-a-link", "The setting “{0}” is an address that could run a program in the reader's browser: {1}");
    public static RecipeMessage DefinitionSet { get; } = new("recipes.definition-set", "The definition “{0}” was written.");
    public static RecipeMessage DefinitionSame { get; } = new("recipes.definition-same", "The definition “{0}” is the same already.");
    public static RecipeMessage DefinitionDeleted { get; } = new("recipes.definition-deleted", "The definition “{0}” was deleted.");
    public static RecipeMessage DefinitionAbsent { get; } = new("recipes.definition-absent", "There is no definition “{0}” to delete.");
    public static RecipeMessage NameMissing { get; } = new("recipes.name-missing", "An entry of “{0}” has no name.");
    public static RecipeMessage ItemImported { get; } = new("recipes.item-imported", "“{0}” ({1}) was imported.");
    public static RecipeMessage ItemUpdated { get; } = new("recipes.item-updated", "The version of “{0}” ({1}) was updated.");
    public static RecipeMessage ItemSame { get; } = new("recipes.item-same", "“{0}” ({1}) is the same already.");
    public static RecipeMessage ItemTwice { get; } = new("recipes.item-twice", "The version {0} comes a second time in this import.");
    public static RecipeMessage ItemWithoutId { get; } = new("recipes.item-without-id", "Entry {0} has no ContentItemId.");
    public static RecipeMessage ItemArchived { get; } = new("recipes.item-archived", "“{0}” is neither the latest nor a published version and has no other, so it was imported as a draft.");
    public static RecipeMessage IdNotValid { get; } = new("recipes.id-not-valid", "The {1} of entry {0} cannot be an id: “{3}”. Ids have up to {2} letters, digits, hyphens and underscores of ASCII.");
    public static RecipeMessage ItemNameTooLong { get; } = new("recipes.item-name-too-long", "The {1} of entry {0} is longer than {2} characters.");
    public static RecipeMessage ItemOfOthers { get; } = new("recipes.item-of-others", "The item {0} is for a group of the staff that you are not in. Only the group can change it.");
    public static RecipeMessage ItemLeftWithdrawn { get; } = new("recipes.item-left-withdrawn", "“{0}” was withdrawn here and stays so. Whoever wants it public again publishes it by hand.");
    public static RecipeMessage ItemLeftScheduled { get; } = new("recipes.item-left-scheduled", "“{0}” is scheduled here and stays so. Call the publication off to have the recipe publish it.");
    public static RecipeMessage ItemLeftRestricted { get; } = new("recipes.item-left-restricted", "“{0}” is for fewer readers here than the recipe says, and stays so. Open it by hand to have the recipe change it.");
    public static RecipeMessage ItemLeftUnscheduled { get; } = new("recipes.item-left-unscheduled", "“{0}” was here before and nothing is scheduled for it any more. It stays so; schedule it by hand to have it published.");
    public static RecipeMessage ItemLeftDraft { get; } = new("recipes.item-left-draft", "“{0}” has a draft here that is not public yet; it stays as it is. Publish or discard the draft to have the recipe change it.");
    public static RecipeMessage DraftBehind { get; } = new("recipes.draft-behind", "The recipe's version of “{0}” takes the place of a draft. That draft stays among the versions.");
    public static RecipeMessage MadeDraft { get; } = new("recipes.made-draft", "“{0}” cannot be public here as the recipe has it and was taken over as a draft: {1}");
    public static RecipeMessage DraftNameTaken { get; } = new("recipes.draft-name-taken", "The draft “{0}” was taken over, but cannot be published as it is: {1}");
    public static RecipeMessage WithdrawalNotYours { get; } = new("recipes.withdrawal-not-yours", "The recipe plans a withdrawal of “{0}”. Only who may withdraw items can plan one; it was left out.");
    public static RecipeMessage WithdrawalLeft { get; } = new("recipes.withdrawal-left", "The recipe plans another withdrawal of “{0}” than what stands here. What stands here stays.");
    public static RecipeMessage SetUpGaveWay { get; } = new("recipes.set-up-gave-way", "“{0}” takes the address “{1}” over from the page that came with the set-up of this site and that nobody has changed. That page was withdrawn.");
    public static RecipeMessage TypeOfAnother { get; } = new("recipes.type-of-another", "“{0}” is of the type {1} here and cannot become one of the type {2}.");
    public static RecipeMessage PublicationToCome { get; } = new("recipes.publication-to-come", "“{0}” has a date of publication to come. It was imported as a draft that is published then.");
    public static RecipeMessage WithdrawalWasDue { get; } = new("recipes.withdrawal-was-due", "“{0}” should have been withdrawn by now. It was imported as a draft.");
    public static RecipeMessage MomentPassed { get; } = new("recipes.moment-passed", "A moment that is scheduled for “{0}” has passed. Nothing was scheduled for it.");
    public static RecipeMessage AddressTaken { get; } = new("recipes.address-taken", "“{0}” cannot be published at the address “{1}”, which “{2}” has here. Give one of the two another address, or take the item {3} out of the recipe, and run it again.");
    public static RecipeMessage ReasonTooLong { get; } = new("recipes.reason-too-long", "The reason why “{0}” was withdrawn is longer than {1} characters.");
    public static RecipeMessage HistoryNotPossible { get; } = new("recipes.history-not-possible", "“{0}” cannot have been withdrawn at that moment: a withdrawal lies behind the publication and not in the future, and both after the year 1900.");
    public static RecipeMessage VersionOfAnother { get; } = new("recipes.version-of-another", "The version {0} belongs to another item, {1}.");
    public static RecipeMessage TypeUndefined { get; } = new("recipes.type-undefined", "The content type “{0}” is not defined; its items were stored all the same.");
    public static RecipeMessage HtmlCleaned { get; } = new("recipes.html-cleaned", "The HTML of “{0}” was cleaned. What it was is kept for export.");
    public static RecipeMessage MediaStored { get; } = new("recipes.media-stored", "The file “{0}” was stored.");
    public static RecipeMessage MediaSame { get; } = new("recipes.media-same", "The file “{0}” is the same already.");
    public static RecipeMessage MediaMissing { get; } = new("recipes.media-missing", "The file “{0}” did not come with the recipe ({1}).");
    public static RecipeMessage MediaNotFetched { get; } = new("recipes.media-not-fetched", "The file “{0}” was not fetched from {1}: recipes fetch nothing from other sites.");
    public static RecipeMessage MediaBroken { get; } = new("recipes.media-broken", "The content of the file “{0}” cannot be decoded.");
    public static RecipeMessage MediaKept { get; } = new("recipes.media-kept", "There is no media library here. The file “{0}” is kept for export.");
    public static RecipeMessage Kept { get; } = new("recipes.kept", "“{0}” of the step “{1}” has no meaning here yet. It is kept for export.");
    public static RecipeMessage KeptSame { get; } = new("recipes.kept-same", "“{0}” of the step “{1}” is kept already.");
    public static RecipeMessage Refused { get; } = new("recipes.refused", "The step “{0}” makes accounts, which recipes from elsewhere may not do. Nothing of it was kept.");
    public static RecipeMessage RecordNotWritten { get; } = new("recipes.record-not-written", "The content was stored, but the site's features and theme could not be changed: {0} Run the recipe again.");
    public static RecipeMessage DraftAddressTaken { get; } = new("recipes.draft-address-taken", "The draft “{0}” asks for the address “{1}”, which another item has. It needs another one before it can be published.");
    public static RecipeMessage ItemNotThere { get; } = new("recipes.item-not-there", "There is no item {0} here.");
    public static RecipeMessage WithdrawnStored { get; } = new("recipes.withdrawn-stored", "“{0}” is withdrawn here, too.");
    public static RecipeMessage WithdrawnSame { get; } = new("recipes.withdrawn-same", "“{0}” is withdrawn already.");
    public static RecipeMessage WithdrawnIsPublic { get; } = new("recipes.withdrawn-is-public", "“{0}” was withdrawn where the recipe comes from; here it is public and stays so.");
    public static RecipeMessage WithdrawnIsOwn { get; } = new("recipes.withdrawn-is-own", "“{0}” was here before and has never been public here. It stays as it is: what never was public cannot be withdrawn.");
    public static RecipeMessage AddressStored { get; } = new("recipes.address-stored", "The old address “{0}” leads to its item.");
    public static RecipeMessage AddressSame { get; } = new("recipes.address-same", "The old address “{0}” leads to its item already.");
    public static RecipeMessage AddressOfAnother { get; } = new("recipes.address-of-another", "The old address “{0}” belongs to another item here.");

    /// <summary>All of them, for translation.</summary>
    public static IReadOnlyList<RecipeMessage> All { get; } =
    [
        FeatureOn, FeatureOff, FeatureSame, FeatureUnavailable, ThemeSet, ThemeSame, ThemeUnavailable, SettingSet, SettingSame, SettingNotALink,
        DefinitionSet, DefinitionSame, DefinitionDeleted, DefinitionAbsent, NameMissing, ItemImported, ItemUpdated, ItemSame, ItemTwice, ItemWithoutId,
        ItemArchived, VersionOfAnother, TypeUndefined, HtmlCleaned, MediaStored, MediaSame, MediaMissing, MediaNotFetched, MediaBroken, MediaKept,
        Kept, KeptSame, Refused, RecordNotWritten, DraftAddressTaken, ItemNotThere, WithdrawnStored, WithdrawnSame, WithdrawnIsPublic, WithdrawnIsOwn, AddressStored, AddressSame,
        AddressOfAnother, IdNotValid, ItemNameTooLong, ItemOfOthers, ItemLeftWithdrawn, ItemLeftScheduled, ItemLeftRestricted, ItemLeftUnscheduled, ItemLeftDraft, DraftBehind, MadeDraft, DraftNameTaken, WithdrawalNotYours, WithdrawalLeft, SetUpGaveWay, TypeOfAnother, PublicationToCome, WithdrawalWasDue, MomentPassed, AddressTaken, ReasonTooLong, HistoryNotPossible,
    ];
}
