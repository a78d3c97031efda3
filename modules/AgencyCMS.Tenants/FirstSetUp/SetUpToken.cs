using System.Security.Cryptography;
using System.Text;

namespace AgencyCMS.Tenants.FirstSetUp;

/// <summary>Proves that whoever sets the county up can read the server's log. Made anew at every start, 160 bits.</summary>
internal sealed class SetUpToken
{
    private const int Bytes = 20;

    public string Value { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    public bool Matches(string text) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text.Trim()), Encoding.UTF8.GetBytes(Value));
}
