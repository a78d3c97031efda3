using System.ComponentModel.DataAnnotations;
using AgencyCMS.Modularity.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Presentation.Http;

/// <summary>
/// No text comes in without a maximum: one that declares none (<see cref="MaxCharactersAttribute"/>, or the framework's own attributes) has the general one, which the input
/// shows to the browser. An endpoint that takes long texts or files declares that with <c>[RequestFormLimits]</c> and <c>[RequestSizeLimit]</c>.
/// </summary>
public sealed class TextLimits(IStringLocalizer localizer) : IValidationMetadataProvider, IActionFilter
{
    /// <summary>A page of text; more than any field of an ordinary form needs.</summary>
    public const int Characters = 4000;

    private const int MaxFields = 1000;
    private const int MaxNameCharacters = 200;
    private const int MaxFormBytes = 2 * 1024 * 1024;

    /// <summary>True for an attribute that says how long a text may be.</summary>
    public static bool IsMaximum(object attribute) => attribute is StringLengthAttribute or MaxLengthAttribute or MaxCharactersAttribute;

    /// <summary>What a form may be whose endpoint says nothing of it.</summary>
    public static void Restrict(FormOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ValueCountLimit = MaxFields;
        options.KeyLengthLimit = MaxNameCharacters;
        // Counted as it is sent: a rare character takes twelve in an address.
        options.ValueLengthLimit = 12 * Characters;
        options.MultipartBodyLengthLimit = MaxFormBytes;
        options.BufferBodyLengthLimit = MaxFormBytes;
    }

    void IValidationMetadataProvider.CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        if (context.Key.ModelType == typeof(string) && !context.Attributes.Any(IsMaximum))
        {
            context.ValidationMetadata.ValidatorMetadata.Add(new StringLengthAttribute(Characters) { ErrorMessage = "This is longer than {1} characters." });
        }
    }

    /// <summary>Browsers do not send such a text; what does gets no further.</summary>
    void IActionFilter.OnActionExecuting(ActionExecutingContext context)
    {
        var tooLong = localizer["This is longer than {1} characters.", "", Characters].Value;
        if (!context.ModelState.IsValid && context.ModelState.Values.Any(entry => entry.Errors.Any(error => error.ErrorMessage == tooLong)))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }
    }

    void IActionFilter.OnActionExecuted(ActionExecutedContext context)
    {
        // Everything is done before.
    }
}
