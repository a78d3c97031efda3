using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace AgencyCMS.Demo.Tests.Walking;

/// <summary>A walk through sites along their links, breadth first.</summary>
internal sealed class Walk(HttpClient client)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<(Uri Address, string From)> _ahead = new();

    /// <summary>What did not answer, with the page that leads there.</summary>
    public List<string> Dead { get; } = [];

    public int Pages { get; private set; }

    /// <param name="start">Where it begins; links to other hosts than its own and those below <c>.localhost</c> are not followed.</param>
    /// <param name="isWanted">False for addresses that are left alone.</param>
    public async Task FromAsync(Uri start, Func<Uri, bool> isWanted)
    {
        Note(start, "");
        while (_ahead.TryDequeue(out var next))
        {
            using var answer = await client.GetAsync(next.Address);
            if (answer.Headers.Location is { } location && (int)answer.StatusCode is >= 300 and < 400)
            {
                NoteWanted(new Uri(next.Address, location), next.From);
                continue;
            }
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                Dead.Add($"{(int)answer.StatusCode} {next.Address} from {next.From}");
                continue;
            }
            Pages++;
            // What a search finds is linked elsewhere, and its filters have no end.
            if (answer.Content.Headers.ContentType?.MediaType == "text/html" && !next.Address.AbsolutePath.EndsWith("/search", StringComparison.Ordinal))
            {
                Read(next.Address, await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync()));
            }
        }

        void Read(Uri address, IDocument page)
        {
            foreach (var element in page.QuerySelectorAll("a[href], link[href], img[src], script[src], form[method=get][action]"))
            {
                var href = element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action")!; // one of them was asked for
                if (Uri.TryCreate(address, href, out var target))
                {
                    NoteWanted(target, address.PathAndQuery);
                    NoteFragment(target, address, page);
                }
            }
        }

        void NoteWanted(Uri address, string from)
        {
            var isOurs = address.Host == start.Host || address.Host.EndsWith(".localhost", StringComparison.Ordinal);
            // The reader's choices lead back to where they were made.
            if (isOurs && address.Scheme == start.Scheme && !address.AbsolutePath.Contains("/_theme/", StringComparison.Ordinal) && isWanted(address))
            {
                Note(address, from);
            }
        }
    }

    private void Note(Uri address, string from)
    {
        var plain = new UriBuilder(address) { Fragment = "" }.Uri;
        if (_known.Add(plain.ToString()))
        {
            _ahead.Enqueue((plain, from));
        }
    }

    private void NoteFragment(Uri target, Uri address, IDocument page)
    {
        var id = Uri.UnescapeDataString(target.Fragment.TrimStart('#'));
        if (id.Length > 0 && target.PathAndQuery == address.PathAndQuery && page.GetElementById(id) is null)
        {
            Dead.Add($"#{id} is nowhere on {address.PathAndQuery}");
        }
    }
}
