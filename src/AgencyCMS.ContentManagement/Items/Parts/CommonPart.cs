namespace AgencyCMS.ContentManagement.Items.Parts;

/// <summary>Marks items whose editor shows owner and creation date.</summary>
public sealed class CommonPart : ContentPart;
