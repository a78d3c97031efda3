// Bundles every file that lies directly in an Assets/ folder of a theme or module into its wwwroot/dist/.
// Safe to start several times at once: one process works, the others wait and find nothing left to do.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const lockFile = join(root, 'build/obj/assets.lock');
const installedStamp = join(root, 'node_modules/.installed-lock-hash');
const pause = new Int32Array(new SharedArrayBuffer(4));

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function lock() {
  mkdirSync(dirname(lockFile), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
      process.on('exit', () => rmSync(lockFile, { force: true }));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = existsSync(lockFile) ? Number(readFileSync(lockFile, 'utf8')) : 0;
    if (owner > 0 && !isAlive(owner)) rmSync(lockFile, { force: true });
    Atomics.wait(pause, 0, 0, 100);
  }
}

function installPackages() {
  const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(installedStamp) && readFileSync(installedStamp, 'utf8') === wanted) return;
  execFileSync('npm', ['ci', '--no-progress', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  writeFileSync(installedStamp, wanted);
}

const assetFolders = ['themes', 'modules']
  .flatMap(parent => readdirSync(join(root, parent)).map(project => join(root, parent, project, 'Assets')))
  .filter(folder => existsSync(folder));

const entries = assetFolders.flatMap(folder => readdirSync(folder, { withFileTypes: true })
  .filter(file => file.isFile() && ['.js', '.css'].includes(extname(file.name)))
  .map(file => ({ source: join(folder, file.name), output: join(folder, '../wwwroot/dist', file.name) })));

const newest = folder => Math.max(0, ...readdirSync(folder, { recursive: true }).map(file => statSync(join(folder, file)).mtimeMs));

function isUpToDate() {
  const inputs = Math.max(
    ...['package.json', 'package-lock.json', 'build/build.mjs'].map(file => statSync(join(root, file)).mtimeMs),
    newest(join(root, 'themes/Foundation')),
    ...assetFolders.map(newest));
  return entries.every(({ output }) => existsSync(output) && statSync(output).mtimeMs >= inputs);
}

async function bundle() {
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints: entries.map(({ source, output }) => ({ in: source, out: relative(root, output).slice(0, -extname(output).length) })),
    outdir: root,
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome105', 'firefox110', 'safari16'],
    external: ['./html-editor.js', '*.svg'],
    legalComments: 'none',
    write: false,
    logLevel: 'warning'
  });
  const now = new Date();
  for (const file of result.outputFiles) {
    mkdirSync(dirname(file.path), { recursive: true });
    writeFileSync(file.path, file.contents);
    utimesSync(file.path, now, now);
  }
  console.log(`Bundled ${result.outputFiles.map(file => relative(root, file.path)).join(', ')}`);
}

lock();
if (!isUpToDate()) {
  installPackages();
  await bundle();
}
