namespace AgencyCMS.Search.Engine.Storage;

/// <summary>
/// A new generation in the making. Fill it from the store, each tenant with the position read before its first document, then
/// complete it; changes since that position come again through the change log. Disposed before completion, it leaves no trace.
/// </summary>
internal sealed class IndexRebuild : IDisposable
{
    private readonly SearchIndex _index;
    private readonly IndexFolder _folder;
    private readonly IndexGeneration _generation;

    public IndexRebuild(SearchIndex index, IndexFolder folder)
    {
        _index = index;
        _folder = folder;
        _generation = IndexGeneration.Create(folder.NewGeneration());
    }

    public void Add(IndexBatch batch) => _generation.Apply(batch, isSeen: false);

    /// <summary>Puts the new generation in the place of the old one, which nothing uses afterwards.</summary>
    public void Complete()
    {
        _generation.Commit();
        // The write lock is still held: nobody takes the finished generation for an abandoned one before the pointer names it.
        _folder.MakeCurrent(_generation.Path);
        _generation.Dispose();
        _index.Reopen();
    }

    public void Dispose()
    {
        _generation.Dispose();
        _folder.RemoveAbandoned();
    }
}
