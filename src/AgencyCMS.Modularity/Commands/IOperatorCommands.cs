using System.CommandLine;

namespace AgencyCMS.Modularity.Commands;

/// <summary>Commands of the operator that a module brings; registered as singletons. They work beside a running server and share its code.</summary>
public interface IOperatorCommands
{
    /// <summary>The module's commands, ready to be hung under the root.</summary>
    IEnumerable<Command> Create();
}
