namespace AgencyCMS.Data.Stores;

/// <summary>The tables that the loaded modules contribute to one kind of store. Sets of the same modules are equal, so that they share one built model.</summary>
/// <typeparam name="T"><see cref="ITenantModel"/> or <see cref="ICountyModel"/>.</typeparam>
public sealed class ModelSet<T> : IEquatable<ModelSet<T>>
    where T : class
{
    private readonly Type[] _types;
    private readonly int _hash;

    internal ModelSet(IEnumerable<T> models)
    {
        Models = [.. models];
        _types = [.. Models.Select(model => model.GetType())];
        var hash = default(HashCode);
        Array.ForEach(_types, hash.Add);
        _hash = hash.ToHashCode();
    }

    internal IReadOnlyList<T> Models { get; }

    public bool Equals(ModelSet<T>? other) => ReferenceEquals(this, other) || (other is not null && _types.AsSpan().SequenceEqual(other._types));

    public override bool Equals(object? obj) => Equals(obj as ModelSet<T>);

    public override int GetHashCode() => _hash;
}
