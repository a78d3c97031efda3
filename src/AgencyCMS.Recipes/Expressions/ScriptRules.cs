using System.Collections.Frozen;
using Acornima.Ast;

namespace AgencyCMS.Recipes.Expressions;

/// <summary>
/// What a script may be made of: values, variables, operators, and calls of the recipe's functions and of a few harmless methods. The engine looks at its limits between two
/// statements only, and a single call (<c>new ArrayBuffer(2e9)</c>, a join, a replacement, a power of a big integer, a regular expression) can take any memory and time before;
/// so nothing that could multiply is let in, and what is not known is not let in either.
/// </summary>
internal static class ScriptRules
{
    public const int MaxCharacters = 16_384;

    /// <summary>Names of values in a script. A value can only grow by being named, so this and the memory limit bound what one statement can make.</summary>
    private const int MaxNames = 32;

    private const int MaxSeparatorCharacters = 16;

    private static readonly FrozenSet<NodeType> Known = new[]
    {
        NodeType.Program, NodeType.ExpressionStatement, NodeType.BlockStatement, NodeType.EmptyStatement, NodeType.IfStatement, NodeType.ReturnStatement,
        NodeType.VariableDeclaration, NodeType.VariableDeclarator, NodeType.Identifier, NodeType.Literal, NodeType.TemplateLiteral, NodeType.TemplateElement,
        NodeType.UnaryExpression, NodeType.BinaryExpression, NodeType.LogicalExpression, NodeType.ConditionalExpression, NodeType.SequenceExpression,
        NodeType.MemberExpression, NodeType.CallExpression, NodeType.NewExpression, NodeType.ArrayExpression, NodeType.ObjectExpression, NodeType.Property,
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Methods = new[]
    {
        "toString", "trim", "toLowerCase", "toUpperCase", "charAt", "indexOf", "lastIndexOf", "includes", "startsWith", "endsWith", "slice", "substring", "substr", "join",
        "stringify", "parse", "now", "toISOString", "toJSON", "getTime", "valueOf", "getFullYear", "getMonth", "getDate", "getDay", "getHours", "getMinutes", "getSeconds",
        "getUTCFullYear", "getUTCMonth", "getUTCDate", "getUTCDay", "getUTCHours", "getUTCMinutes", "getUTCSeconds",
        "setFullYear", "setMonth", "setDate", "setHours", "setMinutes", "setSeconds", "floor", "ceil", "round", "abs", "min", "max",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Ways from a value to what made it.
    private static readonly FrozenSet<string> Closed = new[] { "constructor", "prototype", "__proto__" }.ToFrozenSet(StringComparer.Ordinal);

    /// <returns>
    /// What is not allowed, and whether it is a call of something that another program may know, so that the text may stay as it is; null when all is allowed.
    /// </returns>
    public static (string What, bool IsUnknown)? FindBreach(Node script)
    {
        var waiting = new Stack<Node>([script]);
        var names = 0;
        while (waiting.TryPop(out var node))
        {
            names += node.Type == NodeType.Identifier ? 1 : 0;
            if (!IsAllowed(node))
            {
                return (NameOf(node), node is CallExpression { Callee: MemberExpression { Object: Identifier, Computed: false } });
            }
            foreach (var child in node.ChildNodes)
            {
                if (child is not null)
                {
                    waiting.Push(child);
                }
            }
        }
        return names > MaxNames ? ($"more than {MaxNames} names", false) : null;
    }

    private static string NameOf(Node node) => node is CallExpression { Callee: MemberExpression { Property: Identifier method } } ? method.Name : node.Type.ToString();

    private static bool IsAllowed(Node node) => node switch
    {
        BigIntLiteral or RegExpLiteral => false,
        BinaryExpression { Operator: Acornima.Operator.Exponentiation } => false,
        MemberExpression { Computed: false, Property: Identifier property } => !Closed.Contains(property.Name),
        // By a place in a list or a name that is written out; a name that is put together could be any.
        MemberExpression { Computed: true, Property: StringLiteral property } => !Closed.Contains(property.Value),
        MemberExpression { Computed: true, Property: var property } => property is NumericLiteral or CallExpression { Callee: MemberExpression { Computed: false, Property: Identifier { Name: ['g', 'e', 't', ..] } } },
        NewExpression created => created.Callee is Identifier { Name: "Date" },
        CallExpression { Callee: Identifier } => true,
        CallExpression { Callee: MemberExpression { Computed: false, Property: Identifier { Name: "join" } } } call =>
            call.Arguments.Count == 0 || call.Arguments[0] is StringLiteral { Value.Length: <= MaxSeparatorCharacters },
        CallExpression { Callee: MemberExpression { Computed: false, Property: Identifier method } } => Methods.Contains(method.Name),
        CallExpression => false,
        _ => Known.Contains(node.Type),
    };
}
