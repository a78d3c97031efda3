namespace AgencyCMS.Benchmarks.Scenarios;

/// <summary>What people look for: frequent words, rare ones, phrases, a document number.</summary>
internal static class SearchWords
{
    private static readonly string[] Words = ["政务公开", "依申请公开", "职权目录", "财政预算", "通知", "教育", "医疗保障", "\"营商环境\"", "补贴 标准", "行政处罚", "招标公告", "〔2025〕3号"];

    /// <summary>Path of a search that no cache has seen.</summary>
    /// <param name="site">Path of the site's home page.</param>
    /// <param name="number">Which of the searches.</param>
    public static string PathOf(string site, int number) => Fresh.Of($"{site}search?q={Uri.EscapeDataString(Words[number % Words.Length])}", number);
}
