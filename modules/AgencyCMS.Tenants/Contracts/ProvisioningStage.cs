namespace AgencyCMS.Tenants.Contracts;

/// <summary>How far the making of a tenant has come.</summary>
public enum ProvisioningStage
{
    Checking,
    PreparingStore,
    RunningRecipe,
    Opening,
}
