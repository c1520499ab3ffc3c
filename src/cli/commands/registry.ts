import type { Command } from 'commander';
import type { Io } from '../io.js';
import { addClean } from './clean.js';
import { addCompletion } from './completion.js';
import { addDoctor } from './doctor.js';
import { addExplain } from './explain.js';
import { addExplore } from './explore.js';
import { addGallery } from './gallery.js';
import { addInit } from './init.js';
import { addLint } from './lint.js';
import { addList } from './list.js';
import { addMapping } from './mapping.js';
import { addReport } from './report.js';
import { addRun } from './run.js';
import { addSample } from './sample.js';

/** Describes one command to commander. What it does is loaded when it is called. */
export type AddCommand = (program: Command, io: Io) => void;

/** All commands by name, in the order of the help. */
export const COMMANDS: ReadonlyMap<string, AddCommand> = new Map([
  ['run', addRun],
  ['explore', addExplore],
  ['gallery', addGallery],
  ['doctor', addDoctor],
  ['clean', addClean],
  ['list', addList],
  ['explain', addExplain],
  ['lint', addLint],
  ['mapping', addMapping],
  ['report', addReport],
  ['sample', addSample],
  ['init', addInit],
  ['completion', addCompletion],
]);
