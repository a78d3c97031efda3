using AgencyCMS.Modularity.Permissions;
using Microsoft.AspNetCore.Mvc;

namespace FailingBoard;

[PublicAccess]
internal sealed class ShelfEndpoint(IShelf shelf) : Controller
{
    [HttpGet("failing-board/shelf", Name = "failing-board.shelf")]
    public IActionResult Show() => Content($"{shelf.Notices}");
}

internal interface IShelf
{
    int Notices { get; }
}

internal sealed class Shelf : IShelf
{
    public int Notices => 0;
}
