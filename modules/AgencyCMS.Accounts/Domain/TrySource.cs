namespace AgencyCMS.Accounts.Domain;

/// <summary>Where a try comes from: tries are counted, and lock, for each source apart.</summary>
/// <param name="Key">Its name in the store.</param>
internal readonly record struct TrySource(string Key)
{
    /// <summary>All networks together.</summary>
    public static readonly TrySource Networks = new("networks");

    private const string NetworkPrefix = "network ";

    public bool IsNetwork => Key.StartsWith(NetworkPrefix, StringComparison.Ordinal);

    /// <summary>A network on which the person has not signed in with this device.</summary>
    public static TrySource Network(string network) => new(NetworkPrefix + network);

    /// <summary>A device on which the person has signed in before.</summary>
    public static TrySource Device(string deviceId) => new("device " + deviceId);

    /// <summary>A session of the person, in which the password is asked for again.</summary>
    public static TrySource Session(string sessionId) => new("session " + sessionId);
}
