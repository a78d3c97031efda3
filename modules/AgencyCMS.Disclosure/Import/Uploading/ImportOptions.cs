using Microsoft.Extensions.Configuration;

namespace AgencyCMS.Disclosure.Import.Uploading;

/// <summary>Configuration section <c>AgencyCMS:Imports</c>.</summary>
/// <param name="MaxFileMegabytes">Largest file that may be uploaded for an import.</param>
/// <param name="MaxUnpackedMegabytes">Most that an archive may hold.</param>
internal sealed record ImportOptions(int MaxFileMegabytes, int MaxUnpackedMegabytes)
{
    public static ImportOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("AgencyCMS:Imports");
        return new ImportOptions(section.GetValue("MaxFileMegabytes", 200), section.GetValue("MaxUnpackedMegabytes", 2000));
    }
}
