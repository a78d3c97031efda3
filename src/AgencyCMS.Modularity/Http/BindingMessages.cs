using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace AgencyCMS.Modularity.Http;

internal static class BindingMessages
{
    /// <summary>The framework's binding messages are replaced by sentences that a member of staff understands; they are translated when shown.</summary>
    public static void UseEnglishSources(this DefaultModelBindingMessageProvider messages)
    {
        messages.SetValueMustNotBeNullAccessor(_ => "Fill in this field.");
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"“{value}” does not fit here.");
        messages.SetValueIsInvalidAccessor(value => $"“{value}” does not fit here.");
        messages.SetValueMustBeANumberAccessor(_ => "Write a number.");
        messages.SetMissingBindRequiredValueAccessor(_ => "Fill in this field.");
    }
}
