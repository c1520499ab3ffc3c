import type { Material } from './material.js';
import { changeAdvertised, createWithAdvertised } from './moves/advertised.js';
import { changeMembers, createFullGroup, createGroup, pushMembers, removeGroup, renameGroup } from './moves/groups.js';
import {
  atOnce,
  badCreate,
  badPatch,
  capitalCreate,
  collision,
  nobody,
  noChange,
  nullCreate,
  otherCase,
  putWithoutActive,
  removeWithValue,
  sameMember,
  sentAgain,
  takenName,
  unknownMember,
  versions,
} from './moves/mistakes.js';
import type { Move } from './moves/move.js';
import { passGroupName, passUserName } from './moves/names.js';
import { patchGroup, patchLists, patchValues, patchWholeList, putWhole } from './moves/patches.js';
import {
  changeManager,
  changeRoles,
  changeUser,
  clearValues,
  createPlainUser,
  createSuccessor,
  createUser,
  fillGap,
  removeUser,
  renameUser,
  switchActive,
} from './moves/users.js';

/**
 * What a history is about. One that is about everything seldom gets far enough into anything: whether two members leave a group at
 * once is seen where there is a group with members from the start.
 */
export interface Theme {
  readonly name: string;
  /** How it begins. */
  readonly opening: readonly Move[];
  /** What it goes on with: a draw among these is a draw of a kind, and what stands twice comes twice as often. */
  readonly moves: readonly Move[];
  /** Whether the client and the target have what it takes. */
  fits(material: Material): boolean;
}

const always = (): boolean => true;
const withGroups = ({ groups }: Material): boolean => groups;

const THEMES: readonly Theme[] = [
  {
    name: 'people',
    opening: [createUser],
    moves: [
      createUser,
      changeUser,
      changeUser,
      changeUser,
      clearValues,
      fillGap,
      renameUser,
      otherCase,
      switchActive,
      changeRoles,
      takenName,
      putWithoutActive,
    ],
    fits: always,
  },
  {
    name: 'members',
    opening: [createPlainUser, createPlainUser, createFullGroup],
    moves: [
      changeMembers,
      changeMembers,
      changeMembers,
      pushMembers,
      createPlainUser,
      createGroup,
      switchActive,
      renameGroup,
      renameUser,
      changeUser,
    ],
    fits: withGroups,
  },
  {
    name: 'requests about people',
    opening: [createUser],
    moves: [patchValues, patchValues, patchValues, putWhole, noChange, removeWithValue, badPatch, versions, changeUser, switchActive],
    fits: ({ requests }) => requests,
  },
  {
    name: 'what is advertised besides',
    opening: [createWithAdvertised],
    moves: [changeAdvertised, changeAdvertised, changeAdvertised, createWithAdvertised, createGroup, changeUser, renameGroup, switchActive],
    fits: ({ advertised }) => advertised.User.length + advertised.Group.length > 0,
  },
  {
    name: 'requests about lists',
    opening: [createUser, patchWholeList],
    moves: [patchLists, patchLists, patchLists, patchValues, putWhole],
    fits: ({ requests, updates, lists }) => requests && updates && lists.length > 0,
  },
  {
    name: 'joiners and leavers',
    opening: [createPlainUser, createFullGroup],
    moves: [
      removeUser,
      removeUser,
      removeGroup,
      createSuccessor,
      createSuccessor,
      createGroup,
      changeMembers,
      pushMembers,
      switchActive,
      createUser,
    ],
    fits: ({ groups, removes }) => groups && (removes.User || removes.Group),
  },
  {
    name: 'names',
    opening: [passUserName, passGroupName],
    moves: [renameUser, renameGroup, otherCase, takenName, collision, removeUser, removeGroup, createSuccessor, switchActive, createUser],
    fits: ({ updates, named, groups }) => updates && (named || groups),
  },
  {
    name: 'requests about groups',
    opening: [createPlainUser, createPlainUser, createFullGroup],
    moves: [patchGroup, patchGroup, patchGroup, sameMember, sameMember, unknownMember, putWhole, changeMembers, createPlainUser],
    fits: ({ requests, groups }) => requests && groups,
  },
  {
    name: 'reports',
    opening: [createPlainUser, createUser, changeManager],
    moves: [changeManager, changeManager, removeUser, createUser, changeUser, switchActive],
    fits: ({ managers, updates }) => managers && updates,
  },
  {
    name: 'mistakes',
    opening: [createUser, createPlainUser],
    moves: [
      nobody,
      nobody,
      badPatch,
      badPatch,
      badCreate,
      takenName,
      otherCase,
      collision,
      atOnce,
      nullCreate,
      capitalCreate,
      sentAgain,
      createUser,
      putWithoutActive,
      versions,
    ],
    fits: ({ requests }) => requests,
  },
  {
    name: 'everything',
    opening: [createUser],
    moves: [
      createUser,
      createGroup,
      createSuccessor,
      createSuccessor,
      changeUser,
      changeUser,
      changeUser,
      clearValues,
      fillGap,
      renameUser,
      switchActive,
      changeManager,
      changeMembers,
      changeMembers,
      pushMembers,
      renameGroup,
      removeUser,
      removeGroup,
      takenName,
      sentAgain,
    ],
    fits: always,
  },
];

/** Somebody comes and leaves, and nothing else: what is played last at a target that lets nothing be removed. */
export const LEAVING: Theme = {
  name: 'leavers',
  opening: [createPlainUser, removeUser],
  moves: [],
  fits: ({ removes }) => removes.User,
};

/**
 * The theme of a history: they take turns, so that few histories have had each of them.
 *
 * @param number the number of the history, from 1
 * @param material what the client and the target have
 */
export function themeOf(number: number, material: Material): Theme {
  const fitting = THEMES.filter(({ fits }) => fits(material));
  const theme = fitting[(number - 1) % fitting.length];
  if (theme === undefined) throw new Error('some themes fit always');
  return theme;
}
