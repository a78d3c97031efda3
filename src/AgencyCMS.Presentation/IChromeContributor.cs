namespace AgencyCMS.Presentation;

/// <summary>A module that adds to what stands around every page. Asked once for each page whose feature is on.</summary>
public interface IChromeContributor
{
    /// <summary>Returns the chrome with this module's share added. Must not read more than one small row or a cache.</summary>
    ValueTask<PageChrome> ContributeAsync(PageChrome chrome, CancellationToken cancellationToken);
}
