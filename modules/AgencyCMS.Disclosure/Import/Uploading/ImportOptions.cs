using Microsoft.Extensions.Configuration;

namespace AgencyCMS.Disclosure.Import.Uploading;

/// <summary>Configuration section <c>AgencyCMS:Imports</c>.</summary>
/// <param name="MaxFileMegabytes">Largest file that may be uploaded for an import.</param>
/// <param name="MaxUnpackedMegabytes">Most that an archive may hold.</param>
/// <param name="MaxKeptMegabytes">Most that the uploads of one tenant take up together.</param>
internal sealed record ImportOptions(int MaxFileMegabytes, int MaxUnpackedMegabytes, int MaxKeptMegabytes)
{
    public static ImportOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("AgencyCMS:Imports");
        return new ImportOptions(section.GetValue("MaxFileMegabytes", 200), section.GetValue("MaxUnpackedMegabytes", 2000), section.GetValue("MaxKeptMegabytes", 10_000));
    }
}
