using System.Buffers.Binary;

namespace AgencyCMS.Media.Files.Documents;

/// <summary>The one stream of an older PowerPoint document: records, and records in them. Objects, macros, and actions that start programs are among them.</summary>
/// <remarks>Source: [MS-PPT].</remarks>
internal static class OldSlides
{
    private const int HeaderBytes = 8;
    private const int ObjectStorage = 0x1011;
    private const int Macros = 0x03FF;
    private const int Interaction = 0x0FF3;
    private const int RunProgram = 2;

    public static ContentFault? Check(byte[] stream)
    {
        for (var at = 0; at + HeaderBytes <= stream.Length;)
        {
            var header = stream.AsSpan(at);
            var (type, length, isContainer) = (BinaryPrimitives.ReadUInt16LittleEndian(header[2..]), BinaryPrimitives.ReadUInt32LittleEndian(header[4..]), (header[0] & 0x0F) == 0x0F);
            if (type is ObjectStorage or Macros)
            {
                return ContentFault.Program("OLE");
            }
            if (type == Interaction && header.Length > HeaderBytes + 8 && header[HeaderBytes + 8] == RunProgram)
            {
                return ContentFault.Program("PowerPoint");
            }
            // What is in a container follows its head.
            at += HeaderBytes + (isContainer ? 0 : (int)Math.Min(length, stream.Length));
        }
        return null;
    }
}
