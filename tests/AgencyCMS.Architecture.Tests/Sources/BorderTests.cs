namespace AgencyCMS.Architecture.Tests.Sources;

public sealed class BorderTests
{
    public static TheoryData<string> Rules => [.. SourceRules.All.Keys];

    /// <summary>For each rule a file that breaks it, so that every rule is seen red.</summary>
    public static TheoryData<string, string, string> Breaches => new()
    {
        { "DomainKnowsNeitherHttpNorSql", "modules/AgencyCMS.Sample/Domain/Notice.cs", "using Microsoft.EntityFrameworkCore;" },
        { "SqlIsWrittenInStorageAlone", "modules/AgencyCMS.Sample/ShowNotice/NoticeQuery.cs", "db.Notices.FromSqlRaw(\"SELECT 1\")" },
        { "HandlerAndStorageDoNotTouchTheRequest", "modules/AgencyCMS.Sample/WriteNotice/WriteNoticeHandler.cs", "class WriteNoticeHandler(HttpContext http);" },
        { "ViewAsksNoStoreAndNoPermission", "modules/AgencyCMS.Sample/ShowNotice/ShowNotice.cshtml", "@inject TenantDb Db" },
        { "ViewHasNoInlineStyleOrScript", "modules/AgencyCMS.Sample/ShowNotice/ShowNotice.cshtml", "<p style=\"color: red\">" },
        { "AddressIsNotBuiltFromText", "modules/AgencyCMS.Sample/ShowNotice/ShowNoticeEndpoint.cs", "var href = $\"/notices/{id}\";" },
        { "AddressIsNotBuiltFromText", "modules/AgencyCMS.Sample/WriteNotice/WriteNoticeEndpoint.cs", "return Redirect(\"notices/\" + id);" },
        { "AddressIsNotBuiltFromText", "modules/AgencyCMS.Sample/ListNotices/ListNoticesQuery.cs", "var href = \"/notices/\" + id;" },
        { "LinkOfAViewStaysUnderTheTenant", "modules/AgencyCMS.Sample/ShowNotice/ShowNotice.cshtml", "<a href=\"/notices\">" },
        { "ProblemCodeIsWellFormed", "modules/AgencyCMS.Sample/NoticeProblems.cs", "Problem.Refused(\"Notices.NotOpen\", \"It is not open.\")" },
        { "ProblemCodeIsUsedOnce", "modules/AgencyCMS.Sample/NoticeProblems.cs", "Problem.Refused(\"notices.closed\", \"One.\"); Problem.Refused(\"notices.closed\", \"Two.\")" },
        { "PatternEndsAtTheEnd", "modules/AgencyCMS.Sample/Domain/NoticeCode.cs", "[GeneratedRegex(\"^[a-z]+$\")]" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Sources_KeepTheRule(string rule)
    {
        // Act
        var breaches = SourceRules.All[rule](SourceFiles.All);

        // Assert
        Rule.HasNoBreach(breaches);
    }

    [Theory]
    [MemberData(nameof(Breaches))]
    public void Rule_OnAFileThatBreaksIt_NamesTheFile(string rule, string path, string text)
    {
        // Act
        var breach = Assert.Single(SourceRules.All[rule]([(path, text)]));

        // Assert
        Assert.Contains(path, breach, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_IsSeenRed()
    {
        // Act
        var unseen = SourceRules.All.Keys.Except(Breaches.Select(row => (string)row[0]));

        // Assert
        Assert.Empty(unseen);
    }

    [Fact]
    public void ProblemCodes_AreFound()
    {
        // Act
        var codes = SourceFiles.All.SelectMany(file => Translations.Calls.ProblemsIn(file.Text));

        // Assert
        Assert.NotEmpty(codes);
    }
}
