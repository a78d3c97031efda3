using Lucene.Net.Analysis;

namespace AgencyCMS.Search.Engine.Text;

/// <summary>Analysis for every analysed field. No stop words: 关于 and 的 are part of titles.</summary>
internal sealed class ChineseAnalyzer : Analyzer
{
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
        new(new ChineseTokenizer(reader));
}
