using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace AgencyCMS.Presentation.Http;

/// <summary>In a list of texts an empty one stays an empty text. The framework would put null there, which no list of texts may hold.</summary>
internal sealed class ListedTexts : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        // What is no property and no parameter is an element.
        if (context.Key.MetadataKind == ModelMetadataKind.Type && context.Key.ModelType == typeof(string))
        {
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
        }
    }
}
