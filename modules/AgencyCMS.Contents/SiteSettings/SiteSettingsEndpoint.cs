using System.Text.Json.Nodes;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Data.Stores;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.SiteSettings;

/// <summary>What the agency says of itself and how its site looks. Works at once; every change stands in the change log with who made it.</summary>
[RequirePermission(ContentPermissions.Settings)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SiteSettingsEndpoint(TenantSettings settings, EmblemUpload emblems, TenantDb db, IStringLocalizer localizer) : Controller
{
    [HttpGet("/admin/settings", Name = ContentRouteNames.Settings)]
    public async Task<IActionResult> ShowAsync(CancellationToken cancellationToken) =>
        View("SiteSettings", SiteSettingsForm.From(SiteProfiles.Read(await settings.FindAsync(SiteProfiles.Section, cancellationToken))));

    [HttpPost("/admin/settings")]
    public async Task<IActionResult> SaveAsync([FromForm] SiteSettingsForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Again("SiteSettings", form, [], localizer);
        }
        if (form.Values.Select(pair => TextProblems.CheckSeen(pair.Key, pair.Value)).OfType<Problem>().ToList() is { Count: > 0 } unseen)
        {
            return this.Again("SiteSettings", form, [.. unseen], localizer);
        }
        await using var change = await db.BeginChangeAsync(cancellationToken);
        // Values that this page does not know stay.
        var section = await settings.FindAsync(SiteProfiles.Section, cancellationToken) as JsonObject ?? [];
        var shown = ShownValues.Read(form.Shown);
        var stored = SiteSettingsForm.From(SiteProfiles.Read(section));
        if (FindDisputed(form, shown, stored) is { Count: > 0 } disputed)
        {
            if (!shown.IsTouched(nameof(form.Emblem), form.Emblem ?? ""))
            {
                // The picture has to be chosen again; until then the address is nobody's but the stored one.
                ModelState.Remove(nameof(form.Emblem));
                form = form with { Emblem = stored.Emblem };
            }
            // What the person has not touched stays as it was shown, and so untouched.
            return this.Again("SiteSettings", form with { Shown = shown.With(stored.Values.Where(pair => disputed.Exists(problem => problem.Field == pair.Key))) }, [.. disputed], localizer);
        }
        if (form.EmblemFile is { } picture)
        {
            await using var content = picture.OpenReadStream();
            var staged = await emblems.StageAsync(picture.FileName, content, cancellationToken);
            if (!staged.TryGet(out var address))
            {
                return this.Again("SiteSettings", form, [.. staged.Problems], localizer);
            }
            form = form with { Emblem = address };
        }
        foreach (var (name, value) in form.Values.Where(pair => shown.IsTouched(pair.Key, pair.Value)))
        {
            section[name] = value;
        }
        await settings.PutAsync(SiteProfiles.Section, section, cancellationToken);
        await db.SaveChangesAsync(CancellationToken.None);
        if (change is not null)
        {
            await change.CommitAsync(CancellationToken.None);
        }
        TempData.AddAlert(AlertKind.Good, localizer["The settings are saved and show at once."]);
        return RedirectToRoute(ContentRouteNames.Settings);
    }

    private static List<Problem> FindDisputed(SiteSettingsForm form, ShownValues shown, SiteSettingsForm stored)
    {
        var now = stored.Values.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        var problems = form.Values.Where(pair => shown.IsDisputed(pair.Key, pair.Value, now[pair.Key])).Select(pair => EditorProblems.SettingChangedMeanwhile(pair.Key, now[pair.Key])).ToList();
        // A picture takes the place of the address, whatever stands in its field.
        if (form.EmblemFile is not null && shown.IsTouched(nameof(form.Emblem), now[nameof(form.Emblem)]) && problems.TrueForAll(problem => problem.Field != nameof(form.Emblem)))
        {
            problems.Add(EditorProblems.SettingChangedMeanwhile(nameof(form.Emblem), now[nameof(form.Emblem)]));
        }
        return problems;
    }
}
