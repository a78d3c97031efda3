using AgencyCMS.Modularity.Localisation;
using AgencyCMS.Modularity.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace AgencyCMS.Presentation;

/// <summary>Shows refusals on the page they came from: at their fields, or above the form when they are about the whole.</summary>
public static class FormProblems
{
    /// <summary>Puts each refusal, in the reader's language, at its field.</summary>
    public static void AddProblems(this ModelStateDictionary modelState, IEnumerable<Problem> problems, IStringLocalizer localizer)
    {
        ArgumentNullException.ThrowIfNull(modelState);
        ArgumentNullException.ThrowIfNull(problems);
        foreach (var problem in problems)
        {
            modelState.AddModelError(problem.Field ?? "", localizer.Show(problem));
        }
    }

    /// <summary>The page again with everything that was typed, the refusals, and the status of the first of them.</summary>
    /// <param name="controller">The endpoint.</param>
    /// <param name="view">Name of the page.</param>
    /// <param name="model">What was typed.</param>
    /// <param name="problems">Empty when only the binding found faults: then the status is 422.</param>
    /// <param name="localizer">Translates the sentences.</param>
    public static ViewResult Again(this Controller controller, string view, object model, IReadOnlyCollection<Problem> problems, IStringLocalizer localizer)
    {
        ArgumentNullException.ThrowIfNull(controller);
        controller.ModelState.AddProblems(problems, localizer);
        controller.Response.StatusCode = (int)(problems.FirstOrDefault()?.Kind ?? ProblemKind.Invalid);
        return controller.View(view, model);
    }
}
