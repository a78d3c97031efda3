using System.Globalization;
using AgencyCMS.Modularity.Modules;
using AgencyCMS.Modularity.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Modularity.Localisation;

/// <summary>English sentences are the source; a reader's choice (cookie), else the tenant's language, picks the translation.</summary>
public static class LocalisationHosting
{
    /// <summary>Name of the cookie that keeps a reader's choice of language.</summary>
    public const string CookieName = "culture";

    /// <summary>Languages of the interface; the first is the default.</summary>
    public static IReadOnlyList<CultureInfo> Cultures { get; } = [CultureInfo.GetCultureInfo("zh-CN"), CultureInfo.GetCultureInfo("en")];

    /// <summary>A problem's sentence in the current language.</summary>
    public static string Show(this IStringLocalizer localizer, Problem problem)
    {
        ArgumentNullException.ThrowIfNull(localizer);
        ArgumentNullException.ThrowIfNull(problem);
        return localizer[problem.Message, [.. problem.Arguments]];
    }

    internal static void AddJsonLocalisation(this IServiceCollection services)
    {
        services.AddSingleton(provider => new TranslationTable(TranslationTable.AssembliesOf(provider.GetRequiredService<ModuleGraph>())));
        services.AddSingleton<JsonLocaliser>();
        services.AddSingleton<IStringLocalizer>(provider => provider.GetRequiredService<JsonLocaliser>());
        services.AddSingleton<IStringLocalizerFactory>(provider => provider.GetRequiredService<JsonLocaliser>());
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Cultures[0]);
            options.SupportedCultures = [.. Cultures];
            options.SupportedUICultures = [.. Cultures];
            options.RequestCultureProviders = [new CustomRequestCultureProvider(context => Task.FromResult<ProviderCultureResult?>(new(ReaderLanguage.Of(context).Name)))];
        });
    }
}
