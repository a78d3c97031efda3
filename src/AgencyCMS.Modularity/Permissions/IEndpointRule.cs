namespace AgencyCMS.Modularity.Permissions;

/// <summary>Metadata that says who may call an endpoint. An endpoint without one stops the start-up.</summary>
public interface IEndpointRule;
