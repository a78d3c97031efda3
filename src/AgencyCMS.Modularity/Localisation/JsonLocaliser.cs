using System.Globalization;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Modularity.Localisation;

internal sealed class JsonLocaliser(TranslationTable table) : IStringLocalizer, IStringLocalizerFactory
{
    public LocalizedString this[string name]
    {
        get
        {
            var text = table.Find(CultureInfo.CurrentUICulture, name);
            return new LocalizedString(name, text ?? name, text is null);
        }
    }

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var found = this[name];
            return new LocalizedString(name, string.Format(CultureInfo.CurrentCulture, found.Value, arguments), found.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];

    public IStringLocalizer Create(Type resourceSource) => this;

    public IStringLocalizer Create(string baseName, string location) => this;
}
