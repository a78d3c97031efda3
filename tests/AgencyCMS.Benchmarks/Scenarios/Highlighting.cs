using System.Diagnostics;
using System.Globalization;
using AgencyCMS.Benchmarks.Markers;
using AgencyCMS.Search.Engine.Queries;

namespace AgencyCMS.Benchmarks.Scenarios;

/// <summary>Our marks and passages against those of Lucene.Net.Highlighter: which texts are marked as a reader expects, and how long 25 long texts take.</summary>
internal sealed class Highlighting : IScenario
{
    private const int Texts = 25;
    private const int TextChars = 100_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly string[] Sentences =
    [
        "全面推进政务公开工作，", "依申请公开信息按时答复。", "本年度部门预算和决算均已公开。", "各乡镇人民政府、县政府各部门要认真贯彻执行。", "做好住房保障、社会救助和医疗保障。",
        "行政处罚决定书应当自作出之日起七个工作日内公开；", "优化营商环境若干措施。", "徐办〔2010〕15号文件同时废止。",
    ];

    private static readonly (string Query, string Text, string Expected)[] Expectations =
    [
        ("政务公开", "全县政务公开工作", "全县[政务公开]工作"),
        ("公开", "政务公开，信息公开", "政务[公开]，信息[公开]"),
        ("放管服", "深化“放、管、服”改革", "深化“[放、管、服]”改革"),
        ("covid-19", "ＣＯＶＩＤ—１９疫情", "[ＣＯＶＩＤ—１９]疫情"),
        ("公开", "政务公。开", "政务公。开"),
        ("政务 公开", "政务公开", "[政务][公开]"),
        ("政务公开 政务", "政务公开与政务服务", "[政务公开]与[政务]服务"),
        ("县", "全县", "全[县]"),
        ("县", "县政府与全县各部门", "[县]政府与全[县]各部门"),
        ("预算", "预算与决算，以及预算执行", "[预算]与决算，以及[预算]执行"),
        ("野", "𠮷野家", "𠮷[野]家"),
        ("无关", "政务公开", "政务公开"),
    ];

    public string Name => "highlighting";

    public Task<IReadOnlyList<Measurement>> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var ordinary = Enumerable.Range(0, Texts).Select(Ordinary).ToList();
        var repeated = Enumerable.Range(0, Texts).Select(i => new string('口', 190 + i) + "政" + new string('口', TextChars - 500)).ToList();
        (string What, string Query, List<string> Texts)[] searches =
        [
            ("ordinary search", "政务公开 预算", ordinary),
            ("203 characters in twelve terms", "政务公开 预算 决算 信息 县政府 部门 住房保障 行政处罚决定书 营商环境 徐办〔2010〕15号 工作日 " + new string('公', 130), ordinary),
            ("203 times the one character of the texts", new string('口', 203), repeated),
        ];
        (string Name, Func<IReadOnlyList<string>, IMarker> Of)[] markers = [("ours", texts => new OurMarker(texts)), ("Highlighter", texts => new ScoringMarker(texts)), ("FastVectorHighlighter", texts => new VectorMarker(texts))];
        var lines = new List<Measurement>();
        foreach (var (name, of) in markers)
        {
            var wrong = Expectations.Where(expectation => MarkOf(of, expectation.Query, expectation.Text) != expectation.Expected).ToList();
            lines.Add(new Measurement($"{name}: texts marked as expected", "all", $"{Expectations.Length - wrong.Count} of {Expectations.Length}", string.Join("; ", wrong.Select(one => $"{one.Query}: {MarkOf(of, one.Query, one.Text)}"))));
            foreach (var (what, query, texts) in searches)
            {
                Console.Error.WriteLine($"  {name}, {what} …");
                lines.Add(Time(name, what, of(texts), query, cancellationToken));
            }
        }
        lines.Add(new Measurement("index of the ordinary texts", "", Size(ordinary, hasVectors: false), $"with the term vectors that FastVectorHighlighter reads: {Size(ordinary, hasVectors: true)}"));
        return Task.FromResult<IReadOnlyList<Measurement>>(lines);
    }

    private static Measurement Time(string name, string what, IMarker marker, string query, CancellationToken cancellationToken)
    {
        using (marker)
        {
            var parsed = QueryTextParser.Parse(query);
            var start = Stopwatch.GetTimestamp();
            var done = 0;
            for (; done < Texts && Stopwatch.GetElapsedTime(start) < Patience; done++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                marker.Cut(parsed, done);
            }
            return new Measurement(
                string.Create(CultureInfo.InvariantCulture, $"{name}: {what}, passages of {Texts} texts of {TextChars:N0} characters"),
                "",
                string.Create(CultureInfo.InvariantCulture, $"{(done < Texts ? "more than " : "")}{Stopwatch.GetElapsedTime(start).TotalMilliseconds:N0} ms"),
                done < Texts ? $"given up after {done} texts" : "");
        }
    }

    private static string MarkOf(Func<IReadOnlyList<string>, IMarker> of, string query, string text)
    {
        using var marker = of([text]);
        return marker.MarkFirst(QueryTextParser.Parse(query));
    }

    private static string Ordinary(int number)
    {
        var text = new System.Text.StringBuilder();
        for (var i = number; text.Length < TextChars - 50; i = (i * 7) + 3 + (text.Length % 11))
        {
            text.Append(Sentences[(int)((uint)i % Sentences.Length)]);
        }
        return text.ToString();
    }

    private static string Size(IReadOnlyList<string> texts, bool hasVectors)
    {
        using var directory = VectorMarker.Write(texts, hasVectors);
        return string.Create(CultureInfo.InvariantCulture, $"{directory.ListAll().Sum(directory.FileLength) / 1024.0 / 1024.0:N1} MiB");
    }
}
