using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Presentation.Http;

internal static class BindingMessages
{
    /// <summary>The framework's binding messages are replaced by sentences that a member of staff understands, in the reader's language.</summary>
    public static void UseOwnSentences(this DefaultModelBindingMessageProvider messages, IStringLocalizer localizer)
    {
        messages.SetValueMustNotBeNullAccessor(_ => localizer["Fill in this field."]);
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => localizer["“{0}” does not fit here.", value]);
        messages.SetValueIsInvalidAccessor(value => localizer["“{0}” does not fit here.", value]);
        messages.SetValueMustBeANumberAccessor(_ => localizer["Write a number."]);
        messages.SetMissingBindRequiredValueAccessor(_ => localizer["Fill in this field."]);
    }
}
