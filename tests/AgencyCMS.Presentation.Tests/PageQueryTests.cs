using AgencyCMS.Presentation.TagHelpers;
using Microsoft.AspNetCore.Http;

namespace AgencyCMS.Presentation.Tests;

public sealed class PageQueryTests
{
    [Fact]
    public void PageQuery_WithAnotherPage_KeepsFiltersAndOrder()
    {
        // Arrange
        var request = Request("?q=招生&sort=-published&page=2");

        // Act
        var address = PageQuery.With(request, ("page", "3"));

        // Assert
        Assert.Equal("/jyj/admin/contents?q=%E6%8B%9B%E7%94%9F&sort=-published&page=3", address);
    }

    [Fact]
    public void PageQuery_WithoutAValue_LeavesItOut()
    {
        // Arrange
        var request = Request("?sort=title&page=2");

        // Act
        var address = PageQuery.With(request, ("sort", "-title"), ("page", null));

        // Assert
        Assert.Equal("/jyj/admin/contents?sort=-title", address);
    }

    [Fact]
    public void PageQuery_WithSeveralValuesOfAName_KeepsAll()
    {
        // Arrange
        var request = Request("?entry=a&entry=b");

        // Act
        var address = PageQuery.With(request, ("page", "2"));

        // Assert
        Assert.Equal("/jyj/admin/contents?entry=a&entry=b&page=2", address);
    }

    private static HttpRequest Request(string query)
    {
        var request = new DefaultHttpContext().Request;
        request.PathBase = "/jyj";
        request.Path = "/admin/contents";
        request.QueryString = new QueryString(query);
        return request;
    }
}
