using QRCoder;

namespace AgencyCMS.Accounts.ManageSecondFactor;

/// <summary>What the page of the second factor shows: how to set it up, or what may be done with it.</summary>
internal sealed record SecondFactorPage
{
    public bool IsOn { get; init; }

    public int RecoveryCodesLeft { get; init; }

    /// <summary>The new secret in groups of four, for typing; empty when the factor is on.</summary>
    public string Key { get; init; } = "";

    /// <summary>The same as a picture, as a data address.</summary>
    public string Picture { get; init; } = "";

    public string Setup { get; init; } = "";

    public string Code { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>Draws an address as a QR code that needs neither script nor style.</summary>
    public static string Draw(string address)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        var svg = code.GetGraphic(pixelsPerModule: 5);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(svg));
    }
}
