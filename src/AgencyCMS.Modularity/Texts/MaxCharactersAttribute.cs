using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace AgencyCMS.Modularity.Texts;

/// <summary>Longest text of a form's field, in characters as <see cref="Characters"/> counts them. <c>{1}</c> in the message is the limit.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MaxCharactersAttribute(int characters) : ValidationAttribute
{
    public int Characters { get; } = characters;

    public override bool IsValid(object? value) => !Texts.Characters.Exceeds(value as string, Characters);

    public override string FormatErrorMessage(string name) => string.Format(CultureInfo.CurrentCulture, ErrorMessageString, name, Characters);
}
