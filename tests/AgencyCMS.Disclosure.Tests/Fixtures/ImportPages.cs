using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using AgencyCMS.Testing;
using AgencyCMS.Testing.Browsing;
using AngleSharp.Dom;

namespace AgencyCMS.Disclosure.Tests.Fixtures;

/// <summary>What a person does on the pages of the import.</summary>
internal static class ImportPages
{
    /// <summary>Two lines that can be taken over and one that cannot.</summary>
    public const string Table = "标题,成文日期,备注\n关于放假的通知,2026-01-02,甲\n政务公开要点,2026-02-03,乙\n无日期,,丙\n";

    public static byte[] Archive(params (string Path, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return stream.ToArray();
    }

    public static async Task<HttpResponseMessage> SendAsync(Browser browser, string name, byte[] content) =>
        await browser.SubmitAsync(await browser.ReadAsync("admin/import"), "admin/import", [("File", name, content)]);

    /// <returns>Address of the mapping's page.</returns>
    public static async Task<string> UploadAsync(Browser browser, string name, byte[] content)
    {
        var answer = await SendAsync(browser, name, content);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.ToString();
    }

    /// <summary>Presses a button of the mapping's form and waits until the import has ended.</summary>
    public static async Task<IDocument> ActAsync(Browser browser, string address, string act, params (string Name, string Value)[] typed)
    {
        var answer = await browser.SubmitAsync(await browser.ReadAsync(address), null, [("act", act), .. typed]);
        return await EndAsync(browser, answer.Headers.Location!.ToString());
    }

    /// <summary>New, changed, unchanged and refused lines.</summary>
    public static int[] Counts(IDocument page) => [.. page.QuerySelectorAll(".stat b").Select(number => int.Parse(number.TextContent, CultureInfo.InvariantCulture))];

    public static Task<string> UploadAsync(Browser browser, string name, string text) => UploadAsync(browser, name, Encoding.UTF8.GetBytes(text));

    /// <summary>Waits until the import has ended.</summary>
    public static async Task<IDocument> EndAsync(Browser browser, string address)
    {
        IDocument page = null!; // read below
        await Eventually.IsTrueAsync(
            async () =>
            {
                page = await browser.ReadAsync(address);
                return page.QuerySelector("[data-refresh]") is null;
            },
            "the import has ended");
        return page;
    }
}
