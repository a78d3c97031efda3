namespace AgencyCMS.Search.Engine.Results;

/// <summary>A match and what decides its place.</summary>
/// <param name="Document">Number in the whole index.</param>
/// <param name="Score">Nought when order is by date.</param>
/// <param name="PublishedAt">Milliseconds since 1970.</param>
internal readonly record struct RankedDocument(int Document, float Score, long PublishedAt) : IComparable<RankedDocument>
{
    /// <summary>The better one is greater: by score, then by date, then the earlier indexed.</summary>
    public int CompareTo(RankedDocument other)
    {
        var byScore = Score.CompareTo(other.Score);
        if (byScore != 0)
        {
            return byScore;
        }
        var byDate = PublishedAt.CompareTo(other.PublishedAt);
        return byDate != 0 ? byDate : other.Document.CompareTo(Document);
    }
}
