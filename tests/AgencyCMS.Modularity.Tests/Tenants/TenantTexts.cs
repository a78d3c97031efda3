using FsCheck;
using FsCheck.Fluent;

namespace AgencyCMS.Modularity.Tests.Tenants;

/// <summary>Makes texts that are names of tenants or almost are.</summary>
public static class TenantTexts
{
    private static readonly Gen<char> Characters = Gen.Elements("abz019-_./ A:\n%é财".ToCharArray());

    public static Arbitrary<string> Texts() => Characters.ArrayOf().Select(characters => new string(characters)).ToArbitrary();
}
