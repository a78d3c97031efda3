using AgencyCMS.ContentManagement.Definitions;
using AgencyCMS.ContentManagement.Storage;
using AgencyCMS.Modularity.Permissions;
using AgencyCMS.Modularity.Problems;
using AgencyCMS.Modularity.Texts;
using AgencyCMS.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Contents.ContentTypes;

/// <summary>Content types: what items are made of.</summary>
[RequirePermission(ContentPermissions.EditTypes)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ContentTypesEndpoint(DefinitionStore definitions, ContentTypesHandler handler, IStringLocalizer localizer) : Controller
{
    [HttpGet("/admin/content-types", Name = ContentRouteNames.Types)]
    public async Task<IActionResult> ListAsync(CancellationToken cancellationToken) => View("ContentTypes", await ListPageAsync(new NewTypeForm(), cancellationToken));

    [HttpPost("/admin/content-types")]
    public async Task<IActionResult> CreateAsync([FromForm] NewTypeForm form, CancellationToken cancellationToken)
    {
        var outcome = await handler.CreateAsync(form.Name?.Trim() ?? "", StorableText.Tidy(form.DisplayName ?? "").Trim(), cancellationToken);
        return outcome.IsRefused
            ? this.Again("ContentTypes", await ListPageAsync(form, cancellationToken), outcome.Problems, localizer)
            : RedirectToRoute(ContentRouteNames.EditType, new { type = form.Name?.Trim() });
    }

    [HttpGet("/admin/content-types/{type}", Name = ContentRouteNames.EditType)]
    public async Task<IActionResult> EditAsync([FromRoute] string type, CancellationToken cancellationToken) =>
        await TypePageAsync(type, cancellationToken) is { } page ? View("ContentType", page) : NotFound();

    [HttpPost("/admin/content-types/{type}")]
    public Task<IActionResult> SaveAsync([FromRoute] string type, [FromForm] TypeForm form, CancellationToken cancellationToken) => ChangeAsync(type, form, draft =>
    {
        if (string.IsNullOrWhiteSpace(form.DisplayName))
        {
            return ContentTypeProblems.DisplayNameMissing();
        }
        var settings = draft.Type.Settings.With("ContentTypeSettings", "Creatable", form.Creatable).With("ContentTypeSettings", "Listable", form.Listable)
            .With("ContentTypeSettings", "Draftable", form.Draftable).With("ContentTypeSettings", "Description", form.Description?.Trim());
        return draft with { Type = draft.Type with { DisplayName = StorableText.Tidy(form.DisplayName).Trim(), Settings = settings } };
    }, cancellationToken);

    [HttpPost("/admin/content-types/{type}/parts/add")]
    public async Task<IActionResult> AddPartAsync([FromRoute] string type, [FromForm] TypeForm form, CancellationToken cancellationToken)
    {
        var found = (await definitions.GetAsync(cancellationToken)).FindType(type);
        var offered = found is null ? [] : await handler.ListPartsToAddAsync(found, cancellationToken);
        return await ChangeAsync(
            type,
            form,
            draft => form.PartName is { } part && offered.Contains(part) ? draft.WithParts([.. draft.Parts, ContentTypesHandler.Use(part)]) : ContentTypeProblems.PartUnknown(form.PartName ?? ""),
            cancellationToken);
    }

    [HttpPost("/admin/content-types/{type}/parts/remove")]
    public Task<IActionResult> RemovePartAsync([FromRoute] string type, [FromForm] TypeForm form, CancellationToken cancellationToken) =>
        ChangeAsync(type, form, draft => draft.WithParts(draft.Parts.Where(part => part.Name != form.Name)), cancellationToken);

    [HttpPost("/admin/content-types/{type}/parts/move")]
    public Task<IActionResult> MovePartAsync([FromRoute] string type, [FromForm] TypeForm form, CancellationToken cancellationToken) =>
        ChangeAsync(type, form, draft => draft.WithParts(ContentTypeDraft.Moved(draft.Parts, part => part.Name == form.Name, form.By)), cancellationToken);

    [HttpPost("/admin/content-types/{type}/parts/save")]
    public Task<IActionResult> SavePartAsync([FromRoute] string type, [FromForm] TypeForm form, CancellationToken cancellationToken) => ChangeAsync(type, form, draft => draft.WithParts(draft.Parts.Select(part =>
    {
        if (part.Name != form.Name)
        {
            return part;
        }
        var settings = part.Settings.With("ContentTypePartSettings", "DisplayName", OrNull(form.DisplayName)).With("ContentTypePartSettings", "Description", OrNull(form.Hint));
        return part with
        {
            Settings = part.PartName == "AutoroutePart"
                ? settings.With("AutoroutePartSettings", "AllowCustomPath", form.AllowCustomPath).With("AutoroutePartSettings", "Pattern", OrNull(form.Pattern))
                : settings,
        };
    })), cancellationToken);

    [HttpPost("/admin/content-types/{type}/fields/add")]
    public Task<IActionResult> AddFieldAsync([FromRoute] string type, [FromForm] TypeForm form, CancellationToken cancellationToken) => ChangeAsync(type, form, draft =>
    {
        var name = form.Name?.Trim() ?? "";
        Problem?[] problems =
        [
            !ContentTypesHandler.TechnicalName().IsMatch(name) ? ContentTypeProblems.NameNotValid() : draft.Own.FindField(name) is not null ? ContentTypeProblems.NameTaken(name) : null,
            handler.FieldKinds.Contains(form.FieldName) ? null : ContentTypeProblems.FieldKindUnknown(form.FieldName ?? ""),
        ];
        if (problems.OfType<Problem>().ToList() is { Count: > 0 } found)
        {
            return Outcome.Refused<ContentTypeDraft>(found);
        }
        var label = string.IsNullOrWhiteSpace(form.DisplayName) ? name : StorableText.Tidy(form.DisplayName).Trim();
        var settings = DefinitionSettings.Empty.With("ContentPartFieldSettings", "DisplayName", label);
        return draft.WithFields([.. draft.Fields, new ContentPartFieldDefinition { FieldName = form.FieldName!, Name = name, Settings = settings }]); // not null: it is a known kind
    }, cancellationToken);

    [HttpPost("/admin/content-types/{type}/fields/remove")]
    public Task<IActionResult> RemoveFieldAsync([FromRoute] string type, [FromForm] TypeForm form, CancellationToken cancellationToken) =>
        ChangeAsync(type, form, draft => draft.WithFields(draft.Fields.Where(field => field.Name != form.Name)), cancellationToken);

    [HttpPost("/admin/content-types/{type}/fields/move")]
    public Task<IActionResult> MoveFieldAsync([FromRoute] string type, [FromForm] TypeForm form, CancellationToken cancellationToken) =>
        ChangeAsync(type, form, draft => draft.WithFields(ContentTypeDraft.Moved(draft.Fields, field => field.Name == form.Name, form.By)), cancellationToken);

    [HttpPost("/admin/content-types/{type}/fields/save")]
    public Task<IActionResult> SaveFieldAsync([FromRoute] string type, [FromForm] TypeForm form, CancellationToken cancellationToken) =>
        ChangeAsync(type, form, draft => draft.WithFields(draft.Fields.Select(field => field.Name == form.Name ? With(field, form) : field)), cancellationToken);

    private static ContentPartFieldDefinition With(ContentPartFieldDefinition field, TypeForm form)
    {
        var own = field.FieldName + "Settings";
        var settings = field.Settings.With("ContentPartFieldSettings", "DisplayName", OrNull(form.DisplayName) ?? field.Name).With(own, "Hint", OrNull(form.Hint)).With(own, "Required", form.Required);
        if (FieldOptionsText.SectionOf(field.FieldName) is { } section)
        {
            settings = settings.With(section, "Options", FieldOptionsText.Read(form.Options));
        }
        return field with { Settings = settings };
    }

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : StorableText.Tidy(text).Trim();

    private async Task<IActionResult> ChangeAsync(string type, TypeForm form, Func<ContentTypeDraft, Outcome<ContentTypeDraft>> change, CancellationToken cancellationToken)
    {
        var outcome = await handler.ChangeAsync(type, form.State, change, cancellationToken);
        if (!outcome.IsRefused)
        {
            TempData.AddAlert(AlertKind.Good, localizer["The type is changed. Items keep all their data."]);
            return RedirectToRoute(ContentRouteNames.EditType, new { type });
        }
        return await TypePageAsync(type, cancellationToken) is { } page ? this.Again("ContentType", page with { Typed = form }, outcome.Problems, localizer) : NotFound();
    }

    private async Task<ContentTypesPage> ListPageAsync(NewTypeForm form, CancellationToken cancellationToken) =>
        new([.. (await definitions.GetAsync(cancellationToken)).Types.Values], form);

    private async Task<ContentTypePage?> TypePageAsync(string name, CancellationToken cancellationToken)
    {
        var known = await definitions.GetAsync(cancellationToken);
        if (known.FindType(name) is not { } type)
        {
            return null;
        }
        var draft = new ContentTypeDraft(type, known.FindPart(name) ?? new ContentPartDefinition { Name = name });
        return new ContentTypePage
        {
            Type = type,
            Parts = draft.Parts,
            Fields = draft.Fields,
            State = ContentTypesHandler.StateOf(known, type),
            PartsToAdd = await handler.ListPartsToAddAsync(type, cancellationToken),
            FieldKinds = handler.FieldKinds,
            Typed = new TypeForm(),
        };
    }
}
